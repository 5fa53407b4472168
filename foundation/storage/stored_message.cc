#include "foundation/storage/stored_message.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <stdexcept>

namespace voronka::storage {

using google::protobuf::Message;
using google::protobuf::io::CodedOutputStream;
using google::protobuf::io::StringOutputStream;

namespace {

void Require(bool parsed, const std::string& what) {
  if (!parsed) throw std::runtime_error(what + " is stored damaged");
}

}  // namespace

std::string Serialised(const Message& message) {
  std::string bytes;
  StringOutputStream stream(&bytes);
  CodedOutputStream output(&stream);
  output.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&output);
  output.Trim();
  return bytes;
}

void ParseStored(const std::string& bytes, const std::string& what, Message& message) {
  Require(message.ParseFromString(bytes), what);
}

void MergeStored(const std::string& bytes, const std::string& what, Message& message) {
  Require(message.MergeFromString(bytes), what);
}

}  // namespace voronka::storage
