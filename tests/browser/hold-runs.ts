/** Keeps runs from ending until they are let go, so that what is seen while one is under way can be looked at. */
import { Client } from 'pg';

const LOCK = 4242;

export async function holdRuns(ownerDatabaseUrl: string): Promise<{ release(): Promise<void> }> {
  const owner = new Client({ connectionString: ownerDatabaseUrl });
  await owner.connect();
  await owner.query(`
    CREATE OR REPLACE FUNCTION held_run() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_advisory_xact_lock_shared(${LOCK}); RETURN NEW; END $$;
    CREATE OR REPLACE TRIGGER held_run BEFORE UPDATE OF status ON run FOR EACH ROW
      WHEN (NEW.status IN ('succeeded', 'failed')) EXECUTE FUNCTION held_run();
    SELECT pg_advisory_lock(${LOCK})`);
  return {
    release: async () => {
      await owner.query(`SELECT pg_advisory_unlock(${LOCK})`);
      await owner.query('DROP TRIGGER held_run ON run; DROP FUNCTION held_run()');
      await owner.end();
    },
  };
}
