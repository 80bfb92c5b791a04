import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, lazy, Suspense, useContext, useEffect, useMemo, useState } from 'react';
import { Outlet } from 'react-router';
import { api, ask, onSessionEnded } from '../api/client';
import { Problem } from '../api/problem';
import type { User } from '../api/types';

const SignInAgain = lazy(() => import('./sign-in-again'));

interface Session {
  user: User | undefined;
  waiting: boolean;
  error: Error | null;
  retry(): void;
  signOut(): Promise<void>;
  /** Counts up with every sign-in: what failed for want of a session may try again. */
  epoch: number;
}

const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session provider above');
  return session;
}

/** The signed-in person. */
export function useUser(): User {
  const { user } = useSession();
  if (!user) throw new Error('nobody is signed in');
  return user;
}

export function SessionProvider() {
  const client = useQueryClient();
  const [ended, setEnded] = useState(false);
  const [epoch, setEpoch] = useState(0);
  const me = useQuery({
    queryKey: ['me'],
    queryFn: async () => {
      try {
        const answer = await ask(api.GET('/api/v1/auth/me'));
        return answer.user;
      } catch (error) {
        if (error instanceof Problem && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 5 * 60_000,
  });
  const user = me.data ?? undefined;
  useEffect(() => onSessionEnded(() => setEnded(true)), []);
  const session = useMemo<Session>(
    () => ({
      user,
      waiting: me.isPending,
      error: me.error,
      retry: () => void me.refetch(),
      epoch,
      signOut: async () => {
        await api.POST('/api/v1/auth/logout').catch(() => undefined);
        client.clear();
        location.assign('/sign-in');
      },
    }),
    // `me` is a new object with every render; what matters of it is listed.
    [user, me.isPending, me.error, epoch, client],
  );
  return (
    <SessionContext value={session}>
      <Outlet />
      {ended && user && (
        <Suspense>
          <SignInAgain
            user={user}
            onSignedIn={() => {
              setEnded(false);
              setEpoch((n) => n + 1);
              void client.invalidateQueries();
            }}
          />
        </Suspense>
      )}
    </SessionContext>
  );
}
