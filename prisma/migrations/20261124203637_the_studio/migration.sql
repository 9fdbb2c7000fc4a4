-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT,
    "favourite" BOOLEAN NOT NULL,
    "status" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL,
    "wish" TEXT NOT NULL,
    "startedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "parent" JSONB,
    "settings" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    "styles" JSONB NOT NULL,
    "initial" JSONB,
    "engine" TEXT,
    "networkChecksum" TEXT,
    "progress" JSONB NOT NULL,
    "marks" JSONB NOT NULL,
    "advice" JSONB NOT NULL,
    "converged" BOOLEAN NOT NULL,
    "result" JSONB,
    "published" BOOLEAN NOT NULL,
    "listedAt" DATETIME,
    "origin" JSONB,
    "keyframes" JSONB NOT NULL,
    "checkpoints" JSONB NOT NULL,
    "interruption" JSONB,
    CONSTRAINT "Run_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- What was published before there was a gallery was to be seen by whoever has its address: it is not put on a list.
INSERT INTO "new_Run" ("favourite", "active", "advice", "checkpoints", "content", "converged", "createdAt", "endedAt", "engine", "id", "initial", "interruption", "keyframes", "marks", "networkChecksum", "number", "origin", "parent", "progress", "published", "result", "roomId", "settings", "startedBy", "status", "styles", "wish") SELECT false, "active", "advice", "checkpoints", "content", "converged", "createdAt", "endedAt", "engine", "id", "initial", "interruption", "keyframes", "marks", "networkChecksum", "number", "origin", "parent", "progress", "published", "result", "roomId", "settings", "startedBy", "status", "styles", "wish" FROM "Run";
DROP TABLE "Run";
ALTER TABLE "new_Run" RENAME TO "Run";
CREATE INDEX "Run_active_idx" ON "Run"("active");
CREATE INDEX "Run_listedAt_id_idx" ON "Run"("listedAt", "id");
CREATE UNIQUE INDEX "Run_roomId_number_key" ON "Run"("roomId", "number");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
