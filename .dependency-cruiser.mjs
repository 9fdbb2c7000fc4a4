/*
 * Who may import whom (docs/architecture.md has the table and its reasons). Part of `npm run lint`.
 *
 * Each part of the server has one rule that lists all that it may import; whatever is not on the list is refused.
 * Imports of types count as well: a type that leaks couples two parts as much as a function does.
 */

const ERRORS = '^server/errors\\.ts$';
const LOGGER = '^server/logger\\.ts$';
const PROTOCOL = '^server/protocol/';
/** Parts of what outsiders and people send and are told, used wherever that comes in. */
const BOUNDARY = '^server/(network-statuses|parse|person|rate-limit)\\.ts$';
const REPOSITORY_PORTS = '^server/repositories/ports/';
const QUEUE_PORT = '^server/jobs/run-queue\\.ts$';
/** Says which engines can be chosen, and imports none. */
const ENGINE_NAMES = '^server/engines/choice\\.ts$';
/** Films, as the API asks for them. */
const TIME_LAPSES = '^server/time-lapse/time-lapses\\.ts$';
/** Writes files that are whole or not there. */
const WHOLE_FILES = '^server/write-whole\\.ts$';
const NETWORKS_PORT = '^server/models/library\\.ts$';

/** Modules of Node. */
const node = (...names) => `^(node:)?(${names.join('|')})$`;
const ANY_OF_NODE = '^(node:)?[a-z_]+(/promises|/web)?$';
/** Packages, whether npm has put them at the top or below another. */
const packages = (...names) => `node_modules/(${names.join('|')})/`;

/** A part may import itself and what is listed, and nothing else. */
const onlyImports = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? { path: from } : from,
  to: { pathNot: allowed },
});

/** Nothing that is listed is imported, also not by way of others. */
const neverReaches = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { ...to, reachable: true },
});

export default {
  forbidden: [
    onlyImports(
      'protocol-imports-only-zod',
      PROTOCOL,
      [PROTOCOL, packages('zod')],
      'Browser and server both load the protocol.',
    ),
    onlyImports(
      'style-imports-nothing',
      '^server/style/',
      ['^server/style/'],
      'The numerics are pure: no Node, no packages, no other part.',
    ),
    onlyImports(
      'onnx-engine-imports-style-and-its-runtime',
      '^server/engines/onnx/',
      [
        '^server/engines/onnx/',
        '^server/style/',
        node('fs', 'module', 'path'),
        packages('onnxruntime-node', 'onnxruntime-common', 'onnx-proto'),
      ],
      'An engine knows the compute contract and its own runtime.',
    ),
    onlyImports(
      'tfjs-engine-imports-style-and-its-runtime',
      '^server/engines/tfjs/',
      ['^server/engines/tfjs/', '^server/style/', node('util'), packages('@tensorflow/[^/]+')],
      'An engine knows the compute contract and its own runtime.',
    ),
    onlyImports(
      'engine-choice-imports-engines',
      '^server/engines/[^/]+$',
      ['^server/engines/', '^server/style/', ERRORS, LOGGER],
      'What picks an engine knows the engines, not their runtimes.',
    ),
    onlyImports(
      'models-import-style-and-file-formats',
      '^server/models/',
      [
        '^server/models/',
        '^server/style/',
        ERRORS,
        LOGGER,
        ANY_OF_NODE,
        packages('h5wasm', '@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-cpu', 'zod'),
      ],
      'Weights are read from files into the numerics’ own form.',
    ),
    onlyImports(
      'images-import-sharp-and-style',
      '^server/images/',
      ['^server/images/', '^server/style/', ERRORS, node('crypto', 'stream', 'buffer'), packages('sharp')],
      'Pictures are decoded into the numerics’ own form.',
    ),
    onlyImports(
      'time-lapse-imports-images-and-a-muxer',
      '^server/time-lapse/',
      [
        '^server/time-lapse/',
        '^server/images/',
        PROTOCOL,
        REPOSITORY_PORTS,
        ERRORS,
        LOGGER,
        WHOLE_FILES,
        node('crypto', 'fs', 'fs/promises', 'path'),
        packages('mediabunny'),
      ],
      'A film is made of a list of pictures: it knows no rooms.',
    ),
    onlyImports(
      'retention-imports-what-rooms-let-go',
      '^server/retention/',
      [
        '^server/retention/',
        '^server/rooms/(inputs|record|retention|transition)\\.ts$',
        '^server/repositories/failures\\.ts$',
        '^server/time-lapse/film-folder\\.ts$',
        PROTOCOL,
        REPOSITORY_PORTS,
        LOGGER,
        node('fs', 'fs/promises', 'path'),
      ],
      'What is collected is decided by rooms, and removed by the stores.',
    ),
    onlyImports(
      'rooms-import-interfaces',
      '^server/rooms/',
      ['^server/rooms/', PROTOCOL, REPOSITORY_PORTS, QUEUE_PORT, ERRORS, LOGGER, node('crypto')],
      'Rooms know the interfaces of storage and queue, not what is behind them.',
    ),
    neverReaches(
      'room-transitions-are-pure',
      '^server/rooms/(state|record|inputs|outcome|transition|snapshot)\\.ts$',
      { pathNot: ['^server/rooms/', PROTOCOL, packages('zod')] },
      'A room is a value. Ids, clocks, randomness and errors’ classes come in from outside.',
    ),
    onlyImports(
      'repository-ports-import-types',
      REPOSITORY_PORTS,
      [REPOSITORY_PORTS, PROTOCOL, '^server/rooms/record\\.ts$'],
      'An interface says what is kept, not how.',
    ),
    onlyImports(
      'repositories-import-storage',
      { path: '^server/repositories/', pathNot: [REPOSITORY_PORTS, '/generated/'] },
      [
        '^server/repositories/',
        '^server/rooms/record\\.ts$',
        PROTOCOL,
        ERRORS,
        WHOLE_FILES,
        node('buffer', 'crypto', 'fs', 'fs/promises', 'path', 'timers/promises', 'url'),
        packages('@prisma/[^/]+', 'zod'),
      ],
      'Only repositories know the database.',
    ),
    {
      name: 'only-repositories-import-the-database',
      comment: 'Elsewhere there are plain objects behind interfaces.',
      severity: 'error',
      from: { path: '^(server|app)/', pathNot: '^server/repositories/' },
      to: { path: ['@prisma/', '^server/repositories/generated/'] },
    },
    onlyImports(
      'jobs-import-what-computes',
      '^server/jobs/',
      ['^server/(jobs|style|engines|models|images)/', PROTOCOL, ERRORS, LOGGER, ANY_OF_NODE, packages('zod')],
      'Jobs know nothing of rooms, sockets or storage.',
    ),
    onlyImports(
      'queue-port-imports-types',
      QUEUE_PORT,
      [PROTOCOL],
      'Nothing outside of jobs may assume that the queue is local.',
    ),
    neverReaches(
      'queue-and-supervisor-compute-nothing',
      '^server/jobs/(run-queue|local-run-queue|supervisor|compute-host|messages)\\.ts$',
      {
        path: [
          '^server/(engines|models|images)/',
          '^server/style/(stylize|scale-objective|optimiser|lbfgs|adam)\\.ts$',
        ],
        pathNot: ENGINE_NAMES,
      },
      'They live in the server process; computing is done in another one. A forecast plans a run, and optimises nothing.',
    ),
    onlyImports(
      'http-imports-interfaces',
      '^server/http/',
      [
        '^server/http/',
        '^server/rooms/host\\.ts$',
        '^server/images/',
        TIME_LAPSES,
        PROTOCOL,
        REPOSITORY_PORTS,
        NETWORKS_PORT,
        BOUNDARY,
        ERRORS,
        LOGGER,
        ANY_OF_NODE,
        packages('express', '@types/express', 'helmet', 'zod'),
      ],
      'The API goes through the room host.',
    ),
    onlyImports(
      'socket-imports-interfaces',
      '^server/socket/',
      [
        '^server/socket/',
        '^server/rooms/host(-event)?\\.ts$',
        PROTOCOL,
        REPOSITORY_PORTS,
        QUEUE_PORT,
        NETWORKS_PORT,
        BOUNDARY,
        ERRORS,
        LOGGER,
        ANY_OF_NODE,
        packages('socket\\.io', 'zod'),
      ],
      'The gateway goes through the room host.',
    ),
    neverReaches(
      'server-process-loads-no-engine',
      '^server/(main|start)\\.ts$',
      {
        path: ['^server/engines/', 'node_modules/(onnxruntime-node|@tensorflow/tfjs-node)'],
        pathNot: ENGINE_NAMES,
      },
      'An engine blocks its thread, and its crash ends its process.',
    ),
    {
      name: 'only-the-start-reads-the-environment',
      comment: 'Everything else is given what it needs.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(main|start|env)\\.ts$' },
      to: { path: '^server/env\\.ts$' },
    },
    {
      name: 'only-the-start-imports-the-start',
      comment: 'The composition root is the end of every chain of imports.',
      severity: 'error',
      from: { path: '^(server|app)/', pathNot: '^server/main\\.ts$' },
      to: { path: '^server/(main|start)\\.ts$' },
    },
    {
      name: 'server-does-not-import-pages',
      comment: 'Next loads them.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^app/' },
    },
    {
      name: 'app-imports-only-the-protocol-of-the-server',
      comment: 'The pages run in a browser.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^server/', pathNot: PROTOCOL },
    },
    {
      name: 'app-imports-client-libraries',
      comment: 'The pages run in a browser.',
      severity: 'error',
      from: { path: '^app/' },
      to: {
        path: [
          '^node:',
          packages(
            'express',
            'socket\\.io',
            'sharp',
            'mediabunny',
            'pino',
            'helmet',
            'cookie',
            'rate-limiter-flexible',
            'onnxruntime-[^/]+',
            'onnx-proto',
            '@tensorflow/[^/]+',
            'h5wasm',
            '@prisma/[^/]+',
          ),
        ],
      },
    },
    {
      name: 'app-imports-no-node',
      comment: 'The pages run in a browser.',
      severity: 'error',
      from: { path: '^app/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'app-has-no-routes-of-its-own',
      comment: 'In an API route of its own, Next would load a second copy of the rooms.',
      severity: 'error',
      from: { path: ['^app/.*/?route[.]tsx?$', '^app/api/'] },
      to: {},
    },
    {
      name: 'nothing-imports-scripts',
      comment: 'They are for people at a terminal; what others need of them belongs elsewhere.',
      severity: 'error',
      from: { pathNot: ['^scripts/', '^tests/'] },
      to: { path: '^scripts/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Tests are the end of every chain of imports, but for scripts, which may import anything.',
      severity: 'error',
      from: { pathNot: '^(tests|scripts)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-development-packages-in-the-product',
      comment: 'What runs must be among the dependencies, not the devDependencies.',
      severity: 'error',
      from: { path: '^(server|app)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that is here only because another one needs it may be gone tomorrow.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-circular-imports',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: { pathNot: '/generated/' },
      to: { circular: true },
    },
    {
      name: 'no-unresolvable-imports',
      comment: 'What is imported exists.',
      severity: 'error',
      from: { pathNot: '/generated/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file of the product that nothing imports and that imports nothing is left over.',
      severity: 'error',
      from: { orphan: true, path: '^(server|app)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/generated/'] },
    exclude: { path: '^(\\.next|dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
