# cmake -DOUT=FILE -DSCRIPT=FILE -DSTYLE=FILE -DCHARTS=FOLDER -P embed_text.cmake
# Writes OUT, the C++ source of assets.hpp, with the text of these files in it.
function(as_literal name text)
  set(literal "")
  string(LENGTH "${text}" length)
  set(from 0)
  while(from LESS length)
    string(SUBSTRING "${text}" ${from} 8000 part)
    string(APPEND literal "    R\"~~~~(${part})~~~~\"\n")
    math(EXPR from "${from} + 8000")
  endwhile()
  if(literal STREQUAL "")
    set(literal "    \"\"\n")
  endif()
  set(${name} "${literal}" PARENT_SCOPE)
endfunction()

set(script "")
if(SCRIPT)
  file(READ "${SCRIPT}" script)
endif()
file(READ "${STYLE}" style)
file(GLOB charts "${CHARTS}/*.vl.json")
set(specifications "{")
foreach(chart IN LISTS charts)
  get_filename_component(name "${chart}" NAME)
  string(REPLACE ".vl.json" "" name "${name}")
  file(READ "${chart}" specification)
  if(NOT specifications STREQUAL "{")
    string(APPEND specifications ",")
  endif()
  string(APPEND specifications "\"${name}\":${specification}")
endforeach()
string(APPEND specifications "}")

as_literal(script "${script}")
as_literal(style "${style}")
as_literal(specifications "${specifications}")
file(WRITE "${OUT}.new" "// Made by embed_text.cmake.
#include \"report/page/assets.hpp\"

namespace sendcap::report {

std::string_view page_script() {
  return
${script}      ;
}

std::string_view page_style() {
  return
${style}      ;
}

std::string_view chart_specifications() {
  return
${specifications}      ;
}

}  // namespace sendcap::report
")
file(RENAME "${OUT}.new" "${OUT}")
