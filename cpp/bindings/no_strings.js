// Texts cross as views on their bytes, and every page, worker and module would carry the code that converts strings.
mergeInto(LibraryManager.library, {
  _embind_register_std_string: function () {},
  _embind_register_std_wstring: function () {},
});
