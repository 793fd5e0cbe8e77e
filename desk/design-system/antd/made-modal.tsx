import { Modal, type ModalProps } from 'antd';
import { AntdScope } from './antd-scope.tsx';

export default function MadeModal(props: ModalProps) {
  return (
    <AntdScope>
      <Modal {...props} />
    </AntdScope>
  );
}
