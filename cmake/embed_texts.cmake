# Writes OUT, a C++ file that holds the texts of FILES as NAME[] and their number as NAMECount.
set(body "")
foreach(file IN LISTS FILES)
  file(READ "${file}" text)
  string(APPEND body "    R\"embedded(${text})embedded\",\n")
endforeach()
file(WRITE "${OUT}" "namespace sparring {\nextern const char* const ${NAME}[];\nextern const int ${NAME}Count;\n"
  "const char* const ${NAME}[] = {\n${body}};\n"
  "const int ${NAME}Count = sizeof(${NAME}) / sizeof(${NAME}[0]);\n}  // namespace sparring\n")
