import { useParams } from 'react-router';
import { SecretSlipView } from '../../features/matters/secret/secret-slip-view.tsx';

export function Component() {
  const { id = '' } = useParams();
  return <SecretSlipView key={id} matterId={id} />;
}
