// Opened from disk, the modules of the site cannot be loaded: say what to do. A plain script, which can.
if (location.protocol === 'file:') addEventListener('DOMContentLoaded', () => { document.querySelector('.from-disk').hidden = false })
