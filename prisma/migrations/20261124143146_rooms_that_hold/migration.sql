-- What rooms and runs of before have not known, they have none of.
-- CreateTable
CREATE TABLE "Activity" (
    "roomId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "value" JSONB NOT NULL,

    PRIMARY KEY ("roomId", "number"),
    CONSTRAINT "Activity_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Remark" (
    "roomId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "value" JSONB NOT NULL,

    PRIMARY KEY ("roomId", "number"),
    CONSTRAINT "Remark_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Room" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "setup" JSONB NOT NULL,
    "editKeyVersion" INTEGER NOT NULL,
    "watchKeyVersion" INTEGER NOT NULL,
    "recoveryKeyVersion" INTEGER NOT NULL,
    "settingsLocked" BOOLEAN NOT NULL,
    "bans" JSONB NOT NULL,
    "deletedAt" DATETIME
);
INSERT INTO "new_Room" ("recoveryKeyVersion", "settingsLocked", "bans", "createdAt", "editKeyVersion", "id", "revision", "setup", "title", "updatedAt", "watchKeyVersion") SELECT 1, false, '[]', "createdAt", "editKeyVersion", "id", "revision", "setup", "title", "updatedAt", "watchKeyVersion" FROM "Room";
DROP TABLE "Room";
ALTER TABLE "new_Room" RENAME TO "Room";
CREATE TABLE "new_Member" (
    "roomId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT,
    "colour" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "roleFixed" BOOLEAN NOT NULL,
    "joinedAt" DATETIME NOT NULL,
    "receipts" JSONB NOT NULL,

    PRIMARY KEY ("roomId", "id"),
    CONSTRAINT "Member_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Member" ("roleFixed", "receipts", "colour", "id", "joinedAt", "name", "personId", "position", "role", "roomId") SELECT false, '[]', "colour", "id", "joinedAt", "name", "personId", "position", "role", "roomId" FROM "Member";
DROP TABLE "Member";
ALTER TABLE "new_Member" RENAME TO "Member";
CREATE INDEX "Member_personId_idx" ON "Member"("personId");
CREATE TABLE "new_Image" (
    "roomId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "mime" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("roomId", "id"),
    CONSTRAINT "Image_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- When a picture came is not known: it counts as old as its room.
INSERT INTO "new_Image" ("addedAt", "bytes", "height", "id", "mime", "name", "position", "roomId", "width") SELECT (SELECT "createdAt" FROM "Room" WHERE "Room"."id" = "Image"."roomId"), "bytes", "height", "id", "mime", "name", "position", "roomId", "width" FROM "Image";
DROP TABLE "Image";
ALTER TABLE "new_Image" RENAME TO "Image";
CREATE TABLE "new_Run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
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
    "origin" JSONB,
    "keyframes" JSONB NOT NULL,
    "checkpoints" JSONB NOT NULL,
    "interruption" JSONB,
    CONSTRAINT "Run_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- When a run ended is not known: not after the last change of its room.
INSERT INTO "new_Run" ("wish", "endedAt", "published", "keyframes", "checkpoints", "active", "advice", "content", "converged", "createdAt", "engine", "id", "initial", "marks", "networkChecksum", "number", "progress", "result", "roomId", "settings", "startedBy", "status", "styles") SELECT 'go', CASE WHEN "active" THEN NULL ELSE (SELECT "updatedAt" FROM "Room" WHERE "Room"."id" = "Run"."roomId") END, false, '[]', '[]', "active", "advice", "content", "converged", "createdAt", "engine", "id", "initial", "marks", "networkChecksum", "number", "progress", "result", "roomId", "settings", "startedBy", "status", "styles" FROM "Run";
DROP TABLE "Run";
ALTER TABLE "new_Run" RENAME TO "Run";
CREATE INDEX "Run_active_idx" ON "Run"("active");
CREATE UNIQUE INDEX "Run_roomId_number_key" ON "Run"("roomId", "number");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
