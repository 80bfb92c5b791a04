import { Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import UserCard from './user-card';

export default function UserPopover({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(true);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={<UserCard onLeave={() => setOpen(false)} />}
    >
      {children}
    </Popover>
  );
}
