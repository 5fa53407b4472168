#include "tests/fuzz/named_message.h"

namespace voronka::fuzz {

using google::protobuf::DescriptorPool;
using google::protobuf::Message;
using google::protobuf::MessageFactory;

std::unique_ptr<Message> NamedMessage(const std::string& input) {
  const size_t end = input.find('\n');
  if (end == std::string::npos) return nullptr;
  const auto* type = DescriptorPool::generated_pool()->FindMessageTypeByName(input.substr(0, end));
  if (type == nullptr || !type->file()->package().starts_with("voronka.")) return nullptr;
  std::unique_ptr<Message> message(MessageFactory::generated_factory()->GetPrototype(type)->New());
  return message->ParseFromString(input.substr(end + 1)) ? std::move(message) : nullptr;
}

}  // namespace voronka::fuzz
