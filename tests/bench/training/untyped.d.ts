// Peers whose packages have no declarations for what is imported.
declare module 'brain.js/dist/neural-network.js';
declare module 'convnetjs';
