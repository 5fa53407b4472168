#include "client/command_line/describe.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "client/command_line/catalogue.h"
#include "client/command_line/field_rules.h"
#include "client/command_line/readable.h"
#include "client/command_line/table.h"
#include "client/command_line/usage_error.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::command_line {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;

constexpr size_t kIndent = 2;

std::string Answer(const MethodDescriptor& method) {
  return (method.server_streaming() ? "stream of " : "") + method.output_type()->name();
}

void PrintMethods(const ServiceDescriptor& service, const Console& console) {
  std::vector<Row> rows;
  for (int i = 0; i < service.method_count(); ++i) {
    const MethodDescriptor& method = *service.method(i);
    rows.push_back({method.name(), Answer(method)});
  }
  console.out << ShortName(service.full_name()) << '\n' << Table(rows, kIndent);
}

void PrintMessage(const Descriptor& message, const Console& console) {
  std::vector<Row> rows;
  for (int i = 0; i < message.field_count(); ++i) {
    const auto& field = *message.field(i);
    rows.push_back({field.name(), TypeText(field), RulesText(field)});
  }
  console.out << ShortName(message.full_name()) << '\n' << Table(rows, kIndent);
}

void PrintMethod(const MethodDescriptor& method, const Console& console) {
  console.out << ShortName(method.full_name()) << '\n'
              << Readable(method.options().GetExtension(options::v1::access), cctz::utc_time_zone(), kIndent)
              << "\ntakes ";
  PrintMessage(*method.input_type(), console);
  console.out << (method.server_streaming() ? "\ngives a stream of " : "\ngives ");
  PrintMessage(*method.output_type(), console);
}

}  // namespace

void List(const Options& options, const Console& console) {
  if (options.words.size() > 1) return PrintMethods(FindService(options.words[1]), console);
  for (const ServiceDescriptor* service : AllServices()) PrintMethods(*service, console);
}

void Describe(const Options& options, const Console& console) {
  if (options.words.size() != 2) throw UsageError("describe one METHOD or MESSAGE");
  if (const Descriptor* message = FindMessage(options.words[1])) return PrintMessage(*message, console);
  PrintMethod(FindMethod(options.words[1]), console);
}

}  // namespace voronka::command_line
