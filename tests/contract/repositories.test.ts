import { createMemoryDatabase } from '../../server/repositories/memory/memory-database';
import { repositoriesContract } from './repositories-suite';

repositoriesContract('memory', async () => ({ ...createMemoryDatabase(), close: async () => {} }));
