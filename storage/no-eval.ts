import { z } from 'zod';

/**
 * An extension may not make code from text. Without this zod tries to, and the browser reports each try as an
 * error. To be imported before any schema is made.
 */
z.config({ jitless: true });
