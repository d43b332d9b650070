import "../frame.js";
