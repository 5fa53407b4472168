#pragma once

#include <map>
#include <string>

#include "gateway/http/handler.h"
#include "gateway/sessions/origin.h"

namespace voronka::gateway {

// Finds the handler of a request, by the longest prefix of its path, and adds the headers that every answer has: those
// that keep a browser safe, and those that let in the pages of other origins.
class Router final : public Handler {
 public:
  explicit Router(const Origins& origins) : origins_(origins) {}

  // `prefix` as `/session/`. The handler must outlive this.
  void Add(std::string prefix, Handler& handler) { handlers_[std::move(prefix)] = &handler; }

  Task<> Handle(Exchange& exchange) override;

 private:
  Handler* Find(std::string_view path) const;
  // Whether the request comes from a page of another origin that may call this handler; says so in the answer.
  bool AdmitForeign(Exchange& exchange, const Handler& handler) const;

  const Origins& origins_;
  std::map<std::string, Handler*, std::less<>> handlers_;
};

}  // namespace voronka::gateway
