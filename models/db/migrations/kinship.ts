import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The table of relations to the head of the household. */
export class Kinship1795660000000 implements MigrationInterface {
  readonly name = 'Kinship1795660000000'

  async up(runner: QueryRunner): Promise<void> {
    const tail = runner.connection.options.type === 'postgres' ? '' : ' STRICT'
    await runner.query(
      `CREATE TABLE kinship (
        village text NOT NULL, person text NOT NULL, relation text NOT NULL,
        PRIMARY KEY (village, person), FOREIGN KEY (village, person) REFERENCES person (village, id))${tail}`,
    )
  }

  down(): Promise<void> {
    return Promise.reject(new Error('relations are not taken back: restore a backup instead'))
  }
}
