export const toSpreadsheet = () => { throw new Error("later"); };
