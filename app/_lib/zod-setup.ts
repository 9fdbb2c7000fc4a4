import { config } from 'zod/mini';

// Zod would compile its parsers with `new Function`, which the page's content security policy forbids.
config({ jitless: true });
