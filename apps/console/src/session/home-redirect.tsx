import { Navigate } from 'react-router';
import { homeOf } from './roles';
import { useUser } from './session-provider';

export function HomeRedirect() {
  return <Navigate to={homeOf(useUser())} replace />;
}
