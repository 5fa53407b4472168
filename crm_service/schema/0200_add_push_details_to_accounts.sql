-- Whether pushes may name clients, deals and tasks. The default is for the programs of the release before.
ALTER TABLE accounts ADD COLUMN IF NOT EXISTS push_details TINYINT NOT NULL DEFAULT 0
