import { createRootRoute } from '@tanstack/react-router';
import { Frame } from './frame/frame.js';
import { NotFound } from './frame/not-found.js';

/** The bar around every page. */
export const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });
