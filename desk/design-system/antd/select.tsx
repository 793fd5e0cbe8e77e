import { Select as AntdSelect, type SelectProps } from 'antd';
import { AntdScope } from './antd-scope.tsx';

/** A closed list in which one searches by typing. For pages and forms that nobody waits for in the morning. */
export function Select<Value>(props: SelectProps<Value>) {
  return (
    <AntdScope>
      <AntdSelect<Value> {...props} />
    </AntdScope>
  );
}
