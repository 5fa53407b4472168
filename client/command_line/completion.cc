#include "client/command_line/completion.h"

#include "client/command_line/catalogue.h"

namespace voronka::command_line {
namespace {

using google::protobuf::MethodDescriptor;

constexpr char kScript[] = R"bash(_voronka() {
  local words=() word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == [a-zA-Z]* ]] && words+=("$word")
  done
  COMPREPLY=($(compgen -W "$(voronka candidates "${words[@]:0:1}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
  [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
}
complete -F _voronka voronka
)bash";

}  // namespace

void PrintCompletion(const Options&, const Console& console) { console.out << kScript; }

void PrintCandidates(const Options& options, const Console& console) {
  if (options.words.size() == 1) {
    for (const char* command : {"login", "logout", "list", "describe", "completion", "solution"})
      console.out << command << '\n';
    for (const MethodDescriptor* method : AllMethods()) console.out << ShortName(method->full_name()) << '\n';
    return;
  }
  if (options.words[1] == "solution") {
    for (const char* what : {"list", "plan", "apply", "export", "history", "rollback"}) console.out << what << '\n';
    return;
  }
  const auto& request = *FindMethod(options.words[1]).input_type();
  for (int i = 0; i < request.field_count(); ++i) console.out << request.field(i)->name() << "=\n";
}

}  // namespace voronka::command_line
