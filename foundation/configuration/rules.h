#pragma once

#include <google/protobuf/message.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace voronka::process {

// Everything that is wrong with a configuration, each as `path: reason`.
std::vector<std::string> Violations(google::protobuf::Message& configuration);

// Receives one violation of a message's own field.
using Report = std::function<void(std::string_view field, std::string_view reason)>;

// Checks what the options of each field require, and that input files can be read.
void CheckFields(const google::protobuf::Message& message, const Report& report);

// Checks what the messages of voronka.config.v1 require of several fields together.
void CheckCombinations(const google::protobuf::Message& message, const Report& report);

}  // namespace voronka::process
