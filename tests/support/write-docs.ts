// `npm run docs`: writes the generated parts of the documentation.
import { writeParts } from './generated-docs.ts';

writeParts();
