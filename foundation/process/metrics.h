#pragma once

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/labels.h>

#include <memory>
#include <string>

namespace prometheus {
class Exposer;
class Registry;
}  // namespace prometheus

namespace voronka::process {

// The metrics of the process, exported to Prometheus. Names get the prefix `voronka_`; the same name and labels always
// return the same metric. References live as long as this object. Safe to use from every thread.
class Metrics {
 public:
  // Serves the page /metrics on `listen`, for example 127.0.0.1:9464; empty: nowhere.
  explicit Metrics(const std::string& listen = {});
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  // One served call: `voronka_calls_total{method,code}` and `voronka_call_seconds{method}`. INTERNAL, which is always a
  // bug, also counts in `voronka_internal_errors_total`: a series that is there before its first count, so that the
  // first can be noticed.
  void CountCall(const std::string& method, const std::string& code, double seconds);
  // One stream that has ended: `voronka_calls_total{method,code}`. How long it lived says nothing about this process.
  void CountStream(const std::string& method, const std::string& code);

  prometheus::Counter& Counter(const std::string& name, const std::string& help, const prometheus::Labels& labels = {});
  prometheus::Gauge& Gauge(const std::string& name, const std::string& help, const prometheus::Labels& labels = {});
  // In seconds, with buckets from 1 ms to 30 s.
  prometheus::Histogram& Histogram(const std::string& name, const std::string& help,
                                   const prometheus::Labels& labels = {});

  // The page that Prometheus reads.
  std::string Page() const;
  // The port of the page, which differs from the configured one if that is 0. 0 if there is no page.
  int Port() const;

 private:
  void Count(const std::string& method, const std::string& code);

  const std::shared_ptr<prometheus::Registry> registry_;
  const std::unique_ptr<prometheus::Exposer> exposer_;
  prometheus::Family<prometheus::Counter>& calls_;
  prometheus::Family<prometheus::Histogram>& call_seconds_;
  prometheus::Counter& internal_errors_;
};

}  // namespace voronka::process
