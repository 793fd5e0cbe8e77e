import { useParams } from 'react-router';
import { Imports } from '../../features/imports/imports.tsx';
import { OneImport } from '../../features/imports/one-import.tsx';

export function Component() {
  const { id } = useParams();
  return id === undefined ? <Imports /> : <OneImport key={id} id={id} />;
}
