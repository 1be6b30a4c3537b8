# Writes OUT, a C++ file that holds the texts of FILES as raw strings.
set(body "")
foreach(file IN LISTS FILES)
  file(READ "${file}" text)
  string(APPEND body "    R\"preset(${text})preset\",\n")
endforeach()
file(WRITE "${OUT}" "namespace sparring {\nextern const char* const presetTexts[];\nextern const int presetCount;\n"
  "const char* const presetTexts[] = {\n${body}};\n"
  "const int presetCount = sizeof(presetTexts) / sizeof(presetTexts[0]);\n}  // namespace sparring\n")
