import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Nav } from './nav';

export default function NavDrawer({ open, title, onClose }: { open: boolean; title: ReactNode; onClose(): void }) {
  return (
    <Drawer open={open} onClose={onClose} placement="left" size={264} title={title}>
      <Nav />
    </Drawer>
  );
}
