import { InputNumber, type InputNumberProps } from 'antd';
import { AntdScope } from './antd-scope.tsx';

export function NumberInput(props: InputNumberProps<number>) {
  return (
    <AntdScope>
      <InputNumber<number> {...props} />
    </AntdScope>
  );
}
