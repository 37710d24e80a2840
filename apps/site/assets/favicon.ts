export const FAVICON_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5c55"/><path d="M8 9h16v11H15l-4.5 4.5V20H8z" fill="#fff"/><path d="M12 14.4l2.8 2.7L20 12" fill="none" stroke="#0b5c55" stroke-width="2.2"/></svg>
`;
