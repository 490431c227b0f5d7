import { z } from 'zod';

// A schema that is declared before this probes `new Function`, which the content security policy reports.
z.config({ jitless: true });
