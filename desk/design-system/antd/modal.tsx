import type { ModalProps } from 'antd';
import { whenFirstOpen } from './when-first-open.tsx';

export const Modal = whenFirstOpen<ModalProps>(() => import('./made-modal.tsx'));
