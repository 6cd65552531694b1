/** The entry of the command line: `zhibi lsp` starts the server without loading what other commands need. */
import { join } from 'node:path';

const startsServer = process.argv[2] === 'lsp' && process.argv.some((option) => /^--(?:stdio|node-ipc)$/.test(option));

// Bundles of their own beside this one: an editor waits for the first, a person for the second.
require(join(__dirname, startsServer ? 'server.js' : 'commands.js'));
