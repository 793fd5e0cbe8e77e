import { useParams } from 'react-router';
import { ReceiptView } from '../../features/matters/receipt/receipt-view.tsx';

export function Component() {
  const { id = '' } = useParams();
  return <ReceiptView key={id} matterId={id} />;
}
