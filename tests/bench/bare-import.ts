await import('wechaty')
process.stdout.write('ready\n')
