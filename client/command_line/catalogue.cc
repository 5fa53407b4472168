#include "client/command_line/catalogue.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <google/protobuf/descriptor_database.h>

#include <algorithm>

#include "client/command_line/spelling.h"
#include "client/command_line/usage_error.h"

namespace voronka::command_line {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::FileDescriptor;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;

constexpr std::string_view kProduct = "voronka.";

// The pool cannot list its contents, but the database that it is filled from can.
std::vector<const FileDescriptor*> AllFiles() {
  std::vector<std::string> names;
  DescriptorPool::internal_generated_database()->FindAllFileNames(&names);
  std::sort(names.begin(), names.end());
  std::vector<const FileDescriptor*> files;
  for (const std::string& name : names) {
    const FileDescriptor* file = DescriptorPool::generated_pool()->FindFileByName(name);
    if (file->package().starts_with(kProduct)) files.push_back(file);
  }
  return files;
}

void AddWithNested(const Descriptor& message, std::vector<const Descriptor*>& messages) {
  messages.push_back(&message);
  for (int i = 0; i < message.nested_type_count(); ++i) AddWithNested(*message.nested_type(i), messages);
}

std::vector<const Descriptor*> AllMessages() {
  std::vector<const Descriptor*> messages;
  for (const FileDescriptor* file : AllFiles()) {
    for (int i = 0; i < file->message_type_count(); ++i) AddWithNested(*file->message_type(i), messages);
  }
  return messages;
}

bool NameMatches(std::string_view name, std::string_view full_name) {
  const std::string short_name = ShortName(full_name);
  return name == full_name || name == short_name || short_name.ends_with(fmt::format(".{}", name));
}

template <class Described>
std::vector<const Described*> FindMatches(std::string_view name, const std::vector<const Described*>& all) {
  std::vector<const Described*> matches;
  for (const Described* one : all) {
    if (NameMatches(name, one->full_name())) matches.push_back(one);
  }
  return matches;
}

template <class Described>
std::vector<std::string> ShortNames(const std::vector<const Described*>& all) {
  std::vector<std::string> names;
  names.reserve(all.size());
  for (const Described* one : all) names.push_back(ShortName(one->full_name()));
  return names;
}

// Names as they might have been typed: with and without their qualifiers.
template <class Described>
std::vector<std::string> Spellings(const std::vector<const Described*>& all) {
  std::vector<std::string> names = ShortNames(all);
  for (const Described* one : all) names.push_back(one->name());
  return names;
}

template <class Described>
const Described& FindOne(std::string_view kind, std::string_view name, const std::vector<const Described*>& all) {
  const auto matches = FindMatches(name, all);
  if (matches.size() == 1) return *matches.front();
  if (matches.empty()) throw UsageError(fmt::format("no {} {}{}", kind, name, DidYouMean(name, Spellings(all))));
  throw UsageError(fmt::format("{} may mean {}", name, fmt::join(ShortNames(matches), " or ")));
}

}  // namespace

std::vector<const ServiceDescriptor*> AllServices() {
  std::vector<const ServiceDescriptor*> services;
  for (const FileDescriptor* file : AllFiles()) {
    for (int i = 0; i < file->service_count(); ++i) services.push_back(file->service(i));
  }
  return services;
}

std::vector<const MethodDescriptor*> AllMethods() {
  std::vector<const MethodDescriptor*> methods;
  for (const ServiceDescriptor* service : AllServices()) {
    for (int i = 0; i < service->method_count(); ++i) methods.push_back(service->method(i));
  }
  return methods;
}

std::string ShortName(std::string_view full_name) {
  if (!full_name.starts_with(kProduct)) return std::string(full_name);
  std::string name(full_name.substr(kProduct.size()));
  const size_t version = name.find(".v1.");
  return version == std::string::npos ? name : name.erase(version, 3);
}

const MethodDescriptor& FindMethod(std::string_view name) { return FindOne("method", name, AllMethods()); }

const ServiceDescriptor& FindService(std::string_view name) { return FindOne("service", name, AllServices()); }

const Descriptor* FindMessage(std::string_view name) {
  const auto matches = FindMatches(name, AllMessages());
  return matches.empty() ? nullptr : &FindOne("message", name, matches);
}

}  // namespace voronka::command_line
