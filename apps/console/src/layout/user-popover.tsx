import { Popover } from 'antd';
import type { ReactNode } from 'react';
import UserCard from './user-card';

export default function UserPopover({ children }: { children: ReactNode }) {
  return (
    <Popover defaultOpen trigger="click" placement="bottomRight" content={<UserCard />}>
      {children}
    </Popover>
  );
}
