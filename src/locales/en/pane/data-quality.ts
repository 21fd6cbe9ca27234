export const dataQuality = {};
