-- Rooms and runs of before get the settings that came with this version. What is damaged stays as it is: its own room
-- says so, and it must not keep the others from being opened.
UPDATE "Room" SET "setup" = json_set("setup",
    '$.settings.form', 'relative',
    '$.settings.padding', 'zero',
    '$.settings.margin', 8,
    '$.settings.styleScale', 1,
    '$.settings.optimiser', 'lbfgs',
    '$.settings.learningRate', 0.02,
    '$.settings.iterateAveraging', json('false'),
    '$.settings.initialisation', 'content',
    '$.settings.initialImage', NULL,
    '$.settings.scaleFactor', '2',
    '$.settings.smallestScale', 128,
    '$.settings.colour', 'original',
    '$.settings.tolerance', 0.002
) WHERE json_valid("setup");
-- These are what the runs were computed with: none of them stopped by itself.
UPDATE "Run" SET "settings" = json_set("settings",
    '$.form', 'relative',
    '$.padding', 'zero',
    '$.margin', 0,
    '$.styleScale', 1,
    '$.optimiser', 'lbfgs',
    '$.learningRate', 0.02,
    '$.iterateAveraging', json('false'),
    '$.initialisation', 'content',
    '$.initialImage', NULL,
    '$.scaleFactor', '2',
    '$.smallestScale', 128,
    '$.colour', 'original',
    '$.tolerance', 0
) WHERE json_valid("settings");

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "status" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL,
    "startedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
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
    CONSTRAINT "Run_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Run" ("advice", "converged", "active", "content", "createdAt", "engine", "id", "marks", "networkChecksum", "number", "progress", "result", "roomId", "settings", "startedBy", "status", "styles") SELECT '[]', false, "active", "content", "createdAt", "engine", "id", "marks", "networkChecksum", "number", "progress", "result", "roomId", "settings", "startedBy", "status", "styles" FROM "Run";
DROP TABLE "Run";
ALTER TABLE "new_Run" RENAME TO "Run";
CREATE INDEX "Run_active_idx" ON "Run"("active");
CREATE UNIQUE INDEX "Run_roomId_number_key" ON "Run"("roomId", "number");
CREATE TABLE "new_Curve" (
    "runId" TEXT NOT NULL PRIMARY KEY,
    "length" INTEGER NOT NULL,
    "points" BLOB NOT NULL,
    "termNames" JSONB NOT NULL,
    "termValues" BLOB NOT NULL,
    "shares" BLOB NOT NULL,
    CONSTRAINT "Curve_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Curve" ("length", "points", "runId", "termNames", "termValues", "shares") SELECT "length", "points", "runId", '[]', x'', x'' FROM "Curve";
DROP TABLE "Curve";
ALTER TABLE "new_Curve" RENAME TO "Curve";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
