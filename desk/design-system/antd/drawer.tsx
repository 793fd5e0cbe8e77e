import type { DrawerProps } from 'antd';
import { whenFirstOpen } from './when-first-open.tsx';

export const Drawer = whenFirstOpen<DrawerProps>(() => import('./made-drawer.tsx'));
