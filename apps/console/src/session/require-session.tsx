import { Navigate, Outlet, useLocation } from 'react-router';
import { useInPieces } from '../shared/in-pieces';
import { PlainProblem } from '../shared/plain/plain';
import { Waiting } from '../shared/waiting';
import { useSession } from './session-provider';

export function RequireSession() {
  const { user, waiting, error, retry } = useSession();
  const { pathname, search } = useLocation();
  const drawn = useInPieces(Boolean(user));
  if (waiting || (user && !drawn)) return <Waiting />;
  if (error) {
    return (
      <main style={{ maxWidth: 560, margin: '15vh auto', padding: 16 }}>
        <PlainProblem error={error} onRetry={retry} />
      </main>
    );
  }
  if (!user) {
    const back = pathname === '/' ? '' : `?back=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${back}`} replace />;
  }
  return <Outlet />;
}
