import { styleSheet } from '../styles/style-sheet.js';
import { type Asset, assetOf } from './asset.js';
import { FAVICON_SVG } from './favicon.js';

export const STYLES = assetOf('site', 'css', 'text/css; charset=utf-8', styleSheet());
export const FAVICON = assetOf('favicon', 'svg', 'image/svg+xml', FAVICON_SVG);

export const ASSETS: ReadonlyMap<string, Asset> = new Map([STYLES, FAVICON].map((asset) => [asset.path, asset]));
