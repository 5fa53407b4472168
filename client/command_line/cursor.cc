#include "client/command_line/cursor.h"

namespace voronka::command_line {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// NULL if there is none.
const FieldDescriptor* CursorOf(const Descriptor& type) {
  const FieldDescriptor* field = type.FindFieldByName("cursor");
  const bool text = field != nullptr && field->type() == FieldDescriptor::TYPE_STRING && !field->is_repeated();
  return text ? field : nullptr;
}

}  // namespace

bool CanContinue(const Descriptor& request, const Descriptor& answer) {
  return CursorOf(request) != nullptr && CursorOf(answer) != nullptr;
}

void ContinueAfter(const Message& answer, Message& request) {
  if (!CanContinue(*request.GetDescriptor(), *answer.GetDescriptor())) return;
  const std::string cursor = answer.GetReflection()->GetString(answer, CursorOf(*answer.GetDescriptor()));
  if (!cursor.empty()) request.GetReflection()->SetString(&request, CursorOf(*request.GetDescriptor()), cursor);
}

}  // namespace voronka::command_line
